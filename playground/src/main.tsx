// Puts the page together.
import './styles/base.css';
import './styles/layout.css';
import { render } from 'preact';
import { App } from './App';
import { followAddress, keepAddress } from './state/address';
import { keepOffline } from './state/offline';
import { applyScheme } from './state/schemeChoice';
import { followPage } from './state/training/following';

followPage();
followAddress();
applyScheme();
keepAddress();
keepOffline();
render(<App />, document.querySelector('#page') as HTMLElement);
