import type { APIRoute } from 'astro';
import { indexTxt } from '../../publish/csaf-directory.ts';
import { places } from './_csaf.ts';

export const GET: APIRoute = async () =>
  new Response(indexTxt(await places()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
