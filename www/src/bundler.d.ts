/** What the bundler gives for an import's suffix: a style sheet's text, a file's bytes in base64. */
declare module "*?inline" {
  const value: string;
  export default value;
}
declare module "*?base64" {
  const value: string;
  export default value;
}
declare module "*?raw" {
  const value: string;
  export default value;
}
/** The languages that the widget carries, and the words that it starts with. */
declare module "annexa:words" {
  const value: { readonly languages: readonly string[]; readonly start: Readonly<Record<string, string>> };
  export default value;
}
/** All words, by language and part. */
declare module "annexa:words/inline" {
  const value: Readonly<Record<string, Readonly<Record<string, import("./words/words.js").WordsFile>>>>;
  export default value;
}
