/** Drawings of 20 by 20 for buttons; each is beside a text or a label, so screen readers skip them. */
const PATHS = {
  add: 'M10 4v12M4 10h12',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  chat: 'M4 4.5h12v8.5H9.5L6 16v-3H4z',
  channel: 'M7.5 4 6 16M14 4l-1.5 12M4.5 8h12M3.5 12h12',
  close: 'M5 5l10 10M15 5 5 15',
  dark: 'M15.5 12A6.5 6.5 0 0 1 8 4.5 6.5 6.5 0 1 0 15.5 12z',
  file: 'M6 3.5h5L14.5 7v9.5H6zM11 3.5V7h3.5',
  light:
    'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M4.3 15.7l1.3-1.3M14.4 5.6l1.3-1.3',
  like: 'M7 9v7H4V9zM7 9l3-5.5c1.2 0 2 .9 1.7 2.2L11 8.5h4.2c.9 0 1.5.8 1.3 1.7l-1.1 4.6c-.2.7-.8 1.2-1.5 1.2H7',
  dislike:
    'M13 11V4h3v7zM13 11l-3 5.5c-1.2 0-2-.9-1.7-2.2L9 11.5H4.8c-.9 0-1.5-.8-1.3-1.7l1.1-4.6C4.8 4.5 5.4 4 6.1 4H13',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  mention: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0m0-3v4.2c0 1.2.8 1.8 1.8 1.8S17 12 17 10a7 7 0 1 0-3 5.7',
  misbehave: 'M10 3.5 17 16H3zM10 8v4M10 13.8v.4',
  one: 'M6.5 3.5h7v13h-7z',
  page: 'M3.5 4.5h13v11h-13zM3.5 8h13',
  people:
    'M7.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M3 16c0-2.8 2-4.5 4.5-4.5S12 13.2 12 16M13 9a2 2 0 1 0 0-4M13.5 11.5c2 .2 3.5 1.8 3.5 4.5',
  reply: 'M8 5 4 9l4 4M4 9h7c3 0 5 1.8 5 5.5',
  search: 'M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12.2 12.2l4.3 4.3',
  send: 'M4 4l13 6-13 6 2-6zM6 10h6',
  side: 'M3.5 4h3.6v12H3.5zM8.2 4h3.6v12H8.2zM12.9 4h3.6v12h-3.6z',
  attach: 'M14 8.5 9 13.5a2 2 0 0 1-3-3l5.5-5.5a3.2 3.2 0 0 1 4.5 4.5L10 15.5a4.5 4.5 0 0 1-6.4-6.4L8.5 4',
  warning: 'M10 3.5 17 16H3zM10 8v4M10 13.8v.4',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof PATHS;

/** One drawing, in the colour of the text around it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
