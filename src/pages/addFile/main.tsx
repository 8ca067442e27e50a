import { render } from 'preact';
import '../teams/look.css';
import '../upload/upload.css';
import { joinTeams, takeToken } from '../teams/joinTeams';
import { AddFileApp } from './AddFileApp';
import { FilesClient } from './filesClient';

void joinTeams();
const client = new FilesClient(takeToken());
const place = document.getElementById('page');
if (place) render(<AddFileApp client={client} />, place);
