import { kindOf, nameAgrees } from '../../src/requests/domain/media-type.js';

/** A zip of empty entries, as its directory describes it. */
function zip(names: readonly string[], unpacked = 0): Buffer {
  const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26)]);
  const entries = names.map((name) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt32LE(unpacked, 24);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

const TYPES = '[Content_Types].xml';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const JPG = Buffer.from('ffd8ffe000104a464946', 'hex');
const DOCX = zip([TYPES, 'word/document.xml']);
const XLSX = zip([TYPES, 'xl/workbook.xml']);
const OFD = zip(['OFD.xml', 'Doc_0/Document.xml']);

describe('the kind of a file', () => {
  it.each([
    ['pdf', PDF],
    ['png', PNG],
    ['jpg', JPG],
    ['docx', DOCX],
    ['xlsx', XLSX],
    ['ofd', OFD],
  ])('%s is known by its bytes', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind);
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('姓名：欧阳慕华')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an SVG with a mark', Buffer.from('\ufeff<?xml version="1.0"?><svg/>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000')],
    ['a program of Windows', Buffer.from('MZ\u0090\u0000')],
    ['a program of Linux', Buffer.from('7f454c46', 'hex')],
    ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
    ['an old office file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a RAR', Buffer.from('Rar!\u001a\u0007')],
    ['a PDF behind a page', Buffer.concat([Buffer.from('<script>1</script>'), PDF])],
    ['a PDF that was cut', PDF.subarray(0, 12)],
    ['a PDF that is a zip too', Buffer.concat([PDF, DOCX])],
    ['a picture that is a zip too', Buffer.concat([PNG, zip(['a.jar'])])],
    ['a photo that is a zip too', Buffer.concat([JPG, zip(['a.jar'])])],
    ['a zip that is a PDF too', Buffer.concat([DOCX, PDF])],
    ['any zip', zip(['a.txt'])],
    ['a zip of nothing', zip([])],
    ['a zip that was cut', DOCX.subarray(0, -1)],
    ['macros of a text', zip([TYPES, 'word/document.xml', 'word/vbaProject.bin'])],
    ['macros of a table', zip([TYPES, 'xl/workbook.xml', 'xl/VBAPROJECT.BIN'])],
    ['text and table in one', zip([TYPES, 'word/document.xml', 'xl/workbook.xml'])],
    ['text and OFD in one', zip([TYPES, 'word/document.xml', 'OFD.xml'])],
    ['a path upwards', zip([TYPES, 'word/document.xml', '../../etc/passwd'])],
    ['a path upwards of Windows', zip([TYPES, 'word/document.xml', 'word\\..\\..\\x'])],
    ['a path from the root', zip([TYPES, 'word/document.xml', '/etc/passwd'])],
    ['a NUL in a name', zip([TYPES, 'word/document.xml', 'a\0b'])],
    ['a bomb', zip([TYPES, 'word/document.xml', 'word/a.xml'], 100 * 1024 * 1024)],
    ['a bomb of names', zip([TYPES, 'word/document.xml', ...Array<string>(5_000).fill('a')])],
  ])('%s is none', (_, bytes) => {
    expect(kindOf(bytes)).toBeNull();
  });
});

describe('the name of a file', () => {
  it.each(['申请表.pdf', '申请表.PDF', '申请表', '申请表.ｐｄｆ', 'a.b.pdf '])(
    '%j is of a PDF',
    (name) => {
      expect(nameAgrees(name, 'pdf')).toBe(true);
    },
  );
  it.each([
    'a.docx',
    'a.pdf.exe',
    'a.svg',
    'a.pdf.',
    'a.constructor',
    'fdp\u202e.exe',
    'a.pdf\u202e',
  ])('%j is of none', (name) => {
    expect(nameAgrees(name, 'pdf')).toBe(false);
  });
});
