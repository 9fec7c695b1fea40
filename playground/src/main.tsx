// Puts the page together.
import { render } from 'preact';
import { App } from './App';
import './styles/base.css';
import './styles/layout.css';

render(<App />, document.querySelector('#page') as HTMLElement);
