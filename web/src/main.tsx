import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app';
import { SessionProvider } from './session';
import './style.css';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';

/** Darker than the library's own blue: text of it on white has a contrast of 7 to 1. */
const THEME = {
  token: {
    colorPrimary: '#0b57a4',
    colorLink: '#0b57a4',
    colorError: '#b3261e',
    colorTextPlaceholder: '#5f6670',
    colorTextDescription: '#4a515b',
    colorTextDisabled: '#5f6670',
    colorBorder: '#878e99',
    borderRadius: 4,
    fontSize: 16,
    motion: false,
  },
} as const;

const place = document.getElementById('page');
if (place === null) throw new Error('index.html holds no place for the page');
createRoot(place).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} csp={{ nonce }} theme={THEME} button={{ autoInsertSpace: false }}>
      <BrowserRouter>
        <SessionProvider>
          <App />
        </SessionProvider>
      </BrowserRouter>
    </ConfigProvider>
  </StrictMode>,
);
