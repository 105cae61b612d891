export { PartitionsModule } from './partitions.module.js';
