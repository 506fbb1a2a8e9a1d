import { Link } from 'react-router';
import { PageHead } from './page-head';

export function NotFound() {
  return (
    <>
      <PageHead title="没有这个页面" lead="地址有误，或者您没有查看它的权限。" />
      <Link to="/">回到首页</Link>
    </>
  );
}
