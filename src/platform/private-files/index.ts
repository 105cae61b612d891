export { openDataFolder, openPrivateFolder, writePrivateFile } from './private-files.js';
