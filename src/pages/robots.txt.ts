import type { APIRoute } from 'astro';
import { absolute, urls } from '../site/here.ts';

/** Everything may be read (RFC 9309). Robots ask for it at the root of the host only. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(urls.file('sitemap.xml'))}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
