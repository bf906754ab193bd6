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
/** The plugins that the widget carries. */
declare module "annexa:plugins" {
  const value: readonly { readonly id: string; readonly title: string }[];
  export default value;
}
/** Their bytes in base64, each in a part of its own. */
declare module "annexa:plugins/late" {
  const value: ReadonlyMap<string, () => Promise<{ readonly default: string }>>;
  export default value;
}
/** Their bytes in base64. */
declare module "annexa:plugins/inline" {
  const value: ReadonlyMap<string, string>;
  export default value;
}
/** The languages that the widget carries, and the words that it starts with. */
declare module "annexa:words" {
  const value: { readonly languages: readonly string[]; readonly parts: readonly string[]; readonly start: Readonly<Record<string, string>> };
  export default value;
}
/** All words, by language and part. */
declare module "annexa:words/inline" {
  const value: Readonly<Record<string, Readonly<Record<string, import("./words/words.js").WordsFile>>>>;
  export default value;
}
