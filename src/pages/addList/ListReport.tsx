import type { Report } from './listClient';

/** What was found, before anything is sent: as in the window for pasted addresses. */
export function ListReport({ report: { intro, findings } }: { report: Report }) {
  return (
    <section aria-labelledby="report">
      <h2 id="report">Your list</h2>
      <p>{intro}</p>
      <ul class="panels">
        {findings.map(({ heading, list }) => (
          <li key={heading}>
            <p>
              <strong>{heading}</strong>
            </p>
            {list && <p>{list}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
