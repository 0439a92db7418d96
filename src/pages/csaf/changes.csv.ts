import type { APIRoute } from 'astro';
import { changesCsv } from '../../publish/csaf-directory.ts';
import { places } from './_csaf.ts';

export const GET: APIRoute = async () =>
  new Response(changesCsv(await places()), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
