import type { APIRoute } from 'astro';
import { providerMetadata } from '../../../publish/csaf-directory.ts';
import { isRootOfHost, origin } from '../../../site/here.ts';
import { jsonResponse } from '../../_json.ts';
import { directory, places } from '../../csaf/_csaf.ts';

export const GET: APIRoute = async () =>
  jsonResponse(
    providerMetadata(await places(), directory, isRootOfHost && new URL(origin).protocol === 'https:'),
  );
