import { isAbsolute, relative, sep } from 'node:path';

/** Whether the folder `inner` is `outer` or lies in it. Both are absolute paths. */
export function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
