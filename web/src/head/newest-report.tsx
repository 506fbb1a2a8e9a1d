import { Navigate } from 'react-router';
import { reportYear } from '../report/report';

/** The report that is due next, or was last. */
export function NewestReport() {
  return <Navigate to={`/reports/${String(reportYear())}`} replace />;
}
