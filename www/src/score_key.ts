/** The engine's key of a chapter's score. */

/** Annex A's themes by the chapter that holds them. */
const THEMES: Readonly<Record<string, string>> = {
  "A.5": "Organizational",
  "A.6": "People",
  "A.7": "Physical",
  "A.8": "Technological",
};

/** The score key of a chapter. */
export function chapterKey(chapterId: string): string {
  const theme = THEMES[chapterId];
  return theme === undefined ? `clause:${chapterId}` : `theme:${theme}`;
}
