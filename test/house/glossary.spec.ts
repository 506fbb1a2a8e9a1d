import { eventTypes, repeatedHeadings, slices, unnamed } from './glossary.js';
import { projectFiles } from './project-files.js';

describe('GLOSSARY.md', () => {
  const files = projectFiles();
  const glossary = files.find(({ path }) => path === 'GLOSSARY.md')?.text ?? '';

  it('is there', () => {
    expect(glossary).not.toBe('');
  });

  it('names every event type', () => {
    expect(eventTypes(files)).toContain('RequestRegistered');
    expect(unnamed(eventTypes(files), glossary)).toEqual([]);
  });

  it('names every slice', () => {
    expect(slices(files)).toContain('requests');
    expect(unnamed(slices(files), glossary)).toEqual([]);
  });

  it('explains no term twice', () => {
    expect(repeatedHeadings(glossary)).toEqual([]);
  });
});

describe('the checks of the glossary', () => {
  const files = [
    {
      path: 'src/requests/domain/request.events.ts',
      text: "export type A = Event<'Arrived', {}>;\nexport type B = Event<\n  'Broken',\n  {}\n>;",
    },
    { path: 'src/appeals/domain/appeal.decider.ts', text: "type C = Event<'Unlisted', {}>;" },
    { path: 'src/ledger/ledger.ts', text: "type D = Event<'Foreign', {}>;" },
  ];

  it('find event types where events are declared', () => {
    expect(eventTypes(files)).toEqual(['Arrived', 'Broken']);
  });

  it('find the slices', () => {
    expect(slices(files)).toEqual(['appeals', 'requests']);
  });

  it('miss a name that stands as a word only, or in a block of code, or inside another name', () => {
    const glossary =
      'Arrived, `BrokenLater`\n```\n`Arrived`\n```\n`src/requests/` `annual-reports`';
    const names = ['Arrived', 'Broken', 'requests', 'reports'];
    expect(unnamed(names, glossary)).toEqual(['Arrived', 'Broken', 'reports']);
    expect(unnamed(names, '`Arrived`, `Broken` `src/requests`: `reports`')).toEqual([]);
  });

  it('find a heading that comes twice', () => {
    expect(repeatedHeadings('# G\n## 申请 request\n## 答复 reply\n### 申请 Request')).toEqual([
      '申请 request',
    ]);
    expect(repeatedHeadings('# G\n## 申请 request\n## 答复 reply')).toEqual([]);
  });
});
