import { render } from 'preact';
import '../teams/look.css';
import './policy.css';
import { PolicyApp } from './PolicyApp';
import { browserTheme, showTheme } from '../teams/theme';

showTheme(browserTheme());
const place = document.getElementById('page');
if (place) render(<PolicyApp />, place);
