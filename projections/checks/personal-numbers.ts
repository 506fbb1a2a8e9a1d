/** 身份证号码 and 手机号码 in a text, masked: a finding must not be one more place they stand in. */
export function personalNumbers(text: string): readonly string[] {
  const narrow = text.replace(/[０-９]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  const ids = [...narrow.matchAll(/(?<!\d)\d{17}[\dXx](?![\dXx])/g)].map(([id]) => id);
  const phones = [...narrow.matchAll(/(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g)].map(
    ([phone]) => phone,
  );
  return [
    ...ids.filter(isIdNumber).map((id) => `身份证号码 ${masked(id)}`),
    ...phones.map((phone) => `手机号码 ${masked(phone)}`),
  ];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643—1999: the last of the eighteen follows from the others. */
function isIdNumber(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id.charAt(at)), 0);
  return '10X98765432'.charAt(sum % 11) === id.charAt(17).toUpperCase();
}

function masked(number: string): string {
  return `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;
}
