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
