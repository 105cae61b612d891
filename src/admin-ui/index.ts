export { adminUiFiles, serveAdminUi } from './admin-ui.js';
