import { Navigate } from 'react-router';
import { reportYear } from '../report/report';

export function NewestRollUp() {
  return <Navigate to={`/roll-up/${String(reportYear())}`} replace />;
}
