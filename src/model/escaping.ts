/**
 * Text as HTML has it, in an element or in a quoted attribute value. `<` and `>` are escaped in both, so that
 * no program that looks for a tag finds one in an attribute.
 */
export const escapedHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Data inside a `<script>` element: JSON in which nothing can end the element or open a comment. */
export const jsonForScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
