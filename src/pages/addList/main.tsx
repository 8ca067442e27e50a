import { render } from 'preact';
import '../teams/look.css';
import '../upload/upload.css';
import { joinTeams, takeToken } from '../teams/joinTeams';
import { AddListApp } from './AddListApp';
import { ListClient } from './listClient';

void joinTeams();
const client = new ListClient(takeToken());
const place = document.getElementById('page');
if (place) render(<AddListApp client={client} />, place);
