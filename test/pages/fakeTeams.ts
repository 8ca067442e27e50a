/** What the fake host says about the page in it. */
export interface FakeTeamsOptions {
  pageUrl: string;
  theme: string;
  subEntityId?: string;
}

/**
 * A host page that speaks teams-js' protocol as far as a tab needs it: it answers initialize and getContext, and
 * `changeTheme(name)` tells the tab of a new theme. Calls that it received stand in `window.calls`.
 */
export function fakeTeamsHtml(options: FakeTeamsOptions): string {
  const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {} } });
  const context = {
    theme: options.theme,
    subEntityId: options.subEntityId,
    entityId: 'policy',
    locale: 'en-gb',
  };
  return `<!doctype html><html lang="en"><title>Fake Teams</title>
<iframe id="tab" title="Policy" src="${options.pageUrl}" style="width:100%;height:95vh;border:0"></iframe>
<script>
  window.calls = [];
  const tab = () => document.getElementById('tab').contentWindow;
  const answers = {
    initialize: () => ['content', 'web', ${JSON.stringify(runtime)}, '2.58.0'],
    getContext: () => [${JSON.stringify(context)}],
  };
  addEventListener('message', ({ data, source, origin }) => {
    window.calls.push(data.func);
    const answer = answers[data.func];
    if (answer) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args: answer() }, origin);
  });
  window.changeTheme = (name) => tab().postMessage({ func: 'themeChange', args: [name] }, '*');
</script></html>`;
}
