export { CryptoModule } from './crypto.module.js';
export { KeyRotation } from './key-rotation.js';
export { masterKey, readMasterKeys, type MasterKey } from './master-keys.js';
export { defineEncryptedColumn, type EncryptedColumn } from './encrypted-columns.js';
export { checksum, hmacSha256, randomBase62, randomToken, sameSecret, sha256 } from './tokens.js';
export { DecryptionError, SecretCipher, type CipherContext } from './secret-cipher.js';
