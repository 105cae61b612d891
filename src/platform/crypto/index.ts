export { CryptoModule } from './crypto.module.js';
export { KeyRotation } from './key-rotation.js';
export { masterKey, readMasterKeys, type MasterKey } from './master-keys.js';
export { defineSealedColumn, type SealedColumn } from './sealed-columns.js';
export { checksum, hmacSha256, randomBase62, randomToken, sameSecret, sha256 } from './tokens.js';
export { SealBroken, Vault, type SealedPlace } from './vault.js';
