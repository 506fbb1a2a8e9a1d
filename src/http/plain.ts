/**
 * The members that the client really sent. A class declares its optional ones too, as undefined.
 */
export function plain<Body extends object>(
  body: Body,
): { [Name in keyof Body]: Exclude<Body[Name], undefined> } {
  const sent = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent) as { [Name in keyof Body]: Exclude<Body[Name], undefined> };
}
