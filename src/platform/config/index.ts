export { Config, ConfigError, describeConfig, readConfig } from './config.js';
export { ConfigModule } from './config.module.js';
