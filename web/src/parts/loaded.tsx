import type { ReactNode } from 'react';
import type { Asked } from '../api';
import { ProblemAlert } from './problem-alert';
import { Waiting } from './waiting';

type Given<Answer> = Readonly<{
  of: Asked<Answer>;
  children: (answer: Answer, again: () => void) => ReactNode;
}>;

/** Waits for an answer, says what went wrong, or shows it. */
export function Loaded<Answer>({ of: asked, children }: Given<Answer>) {
  const { answer, problem, again } = asked;
  if (problem !== undefined) return <ProblemAlert problem={problem} again={again} />;
  return answer === undefined ? <Waiting /> : children(answer, again);
}
