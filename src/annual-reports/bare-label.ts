/**
 * The words of a label without what editors change: spaces, remarks in brackets, marks, and the number
 * before it. `（三）不予公开`, `三、不予公开` and `不予 公开` are one.
 */
export function bareLabel(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、])+/, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[,.;:、。/|]/g, '');
}
