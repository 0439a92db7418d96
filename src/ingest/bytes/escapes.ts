/** A text without the backslashes that only Markdown reads (CommonMark 2.4). */
export const withoutEscapes = (text: string): string => text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
