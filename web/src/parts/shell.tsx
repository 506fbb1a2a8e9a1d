import { Button, Select } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import type { Area } from '../area';
import { useSession } from '../session';

type Given = Readonly<{ areas: readonly Area[]; children: ReactNode }>;

/** What stands around every screen: the way to the others, and whose ledger this is. */
export function Shell({ areas, children }: Given) {
  const [open, setOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    setOpen(false);
    // A reader of screens hears the new page, not the link that led there.
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="shell">
      <a className="skip no-print" href="#main">
        跳到正文
      </a>
      <header className="top no-print">
        <Button
          className="menu-button"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpen(!open)}
        >
          菜单
        </Button>
        <span className="product">政府信息公开台账</span>
        <Whose />
      </header>
      <nav id="menu" className={`menu no-print ${open ? 'open' : ''}`} aria-label="主菜单">
        {areas.map((area) => (
          <Links key={area.name} area={area} />
        ))}
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Links({ area }: Readonly<{ area: Area }>) {
  const shown = area.screens.filter(({ menu }) => menu !== undefined);
  if (shown.length === 0) return null;
  return (
    <section aria-label={area.name}>
      <h2>{area.name}</h2>
      <ul>
        {shown.map(({ path, menu }) => (
          <li key={path}>
            <NavLink to={path} end>
              {menu}
            </NavLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The agency, and who is logged in. */
function Whose() {
  const { agencies, agency, choose, name, logOut } = useSession();
  const options = agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }));
  return (
    <div className="whose">
      {agencies.length > 1 ? (
        <Select
          aria-label="机关"
          value={agency?.agencyId ?? null}
          options={options}
          onChange={choose}
          popupMatchSelectWidth={false}
        />
      ) : (
        <span>{agency?.name}</span>
      )}
      <Link to="/account">{name}</Link>
      <Button onClick={() => void logOut()}>退出</Button>
    </div>
  );
}
