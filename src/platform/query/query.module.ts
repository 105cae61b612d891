import { Global, Module } from '@nestjs/common';
import { RecordLists } from './lists/record-lists.js';

@Global()
@Module({ providers: [RecordLists], exports: [RecordLists] })
export class QueryModule {}
