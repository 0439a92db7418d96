/** JSON as it is published: indented for people who look, with a line end. */
export const jsonResponse = (data: unknown): Response =>
  new Response(`${JSON.stringify(data, undefined, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
