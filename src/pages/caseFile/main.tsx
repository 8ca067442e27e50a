import { render } from 'preact';
import '../teams/look.css';
import './caseFile.css';
import { joinTeams, takeToken } from '../teams/joinTeams';
import { CaseFileApp } from './CaseFileApp';

void joinTeams();
const token = takeToken();
const place = document.getElementById('page');
if (place) render(<CaseFileApp token={token} />, place);
