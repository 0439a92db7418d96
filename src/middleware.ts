import { defineMiddleware } from 'astro:middleware';
import { withEscapedAttributesOfPage } from './html/attributes.ts';

/** Astro escapes `&` and `"` in what components write into attributes; this does the rest, on every page. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const page = withEscapedAttributesOfPage(await response.text());
  return new Response(page, { status: response.status, headers: response.headers });
});
