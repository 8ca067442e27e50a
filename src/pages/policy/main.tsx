import { render } from 'preact';
import './policy.css';
import { PolicyApp } from './PolicyApp';
import { browserTheme, showTheme } from './theme';

showTheme(browserTheme());
const place = document.getElementById('page');
if (place) render(<PolicyApp />, place);
