import {
  Box,
  Checkbox,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TableSortLabel,
} from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { RecordData } from '../../data/calls';
import { FieldValue } from '../../fields/field-value';
import { useLabels, type Field } from '../../metadata/record-type';
import { ErrorBoundary } from '../../ui/feedback';
import { UserText } from '../../ui/text';
import { titleOf, type RecordScreens } from '../record-screens';
import { useColumns } from './columns';

const isNumber = ({ type }: Field): boolean => type === 'integer' || type === 'decimal';
const ROW = 40;

/** The rows of a page. A click opens the record; the name is a link for keyboard and new tabs. */
export function RecordTable({ screens }: { readonly screens: RecordScreens }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { data = [], sort, setSort, selectedIds, onSelect, onToggleItem } = useListContext<RecordData>();
  const { columns } = useColumns(screens);
  const { fieldLabel } = useLabels(screens.resource);
  const ids = data.map(({ id }) => id);
  const areAllChosen = ids.every((id) => selectedIds.includes(id));
  return (
    <TableContainer>
      <Table size="small" aria-label={translate(`records.${screens.resource}.many`)}>
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              <Checkbox
                checked={areAllChosen}
                indeterminate={!areAllChosen && selectedIds.length > 0}
                onChange={() => onSelect(areAllChosen ? [] : [...new Set([...selectedIds, ...ids])])}
                slotProps={{ input: { 'aria-label': translate('list.select_page') } }}
              />
            </TableCell>
            {columns.map((column) => {
              const isSorted = sort.field === column.name;
              const direction = sort.order === 'ASC' ? 'asc' : 'desc';
              return (
                <TableCell
                  key={column.name}
                  align={isNumber(column) ? 'right' : 'left'}
                  sortDirection={isSorted ? direction : false}
                >
                  {column.isSortable ? (
                    <TableSortLabel
                      active={isSorted}
                      direction={isSorted ? direction : 'asc'}
                      onClick={() =>
                        setSort({ field: column.name, order: isSorted && sort.order === 'ASC' ? 'DESC' : 'ASC' })
                      }
                    >
                      {fieldLabel(column.name)}
                    </TableSortLabel>
                  ) : (
                    fieldLabel(column.name)
                  )}
                </TableCell>
              );
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map((record) => (
            <TableRow
              key={record.id}
              hover
              selected={selectedIds.includes(record.id)}
              onClick={() => void navigate(`/${screens.resource}/${record.id}`)}
              sx={{ cursor: 'pointer', height: ROW, '&:last-child td': { borderBottom: 1, borderColor: 'divider' } }}
            >
              <TableCell padding="checkbox" onClick={(event) => event.stopPropagation()}>
                <Checkbox
                  checked={selectedIds.includes(record.id)}
                  onChange={() => onToggleItem(record.id)}
                  slotProps={{
                    input: { 'aria-label': translate('list.select_row', { name: titleOf(screens, record) }) },
                  }}
                />
              </TableCell>
              {columns.map((column) => (
                <TableCell
                  key={column.name}
                  align={isNumber(column) ? 'right' : 'left'}
                  sx={{ maxWidth: 240, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
                >
                  <ErrorBoundary title="">
                    {column.name === screens.title ? (
                      <Box sx={{ fontWeight: 550 }} onClick={(event) => event.stopPropagation()}>
                        <UserText to={`/${screens.resource}/${record.id}`}>{titleOf(screens, record)}</UserText>
                      </Box>
                    ) : (
                      <FieldValue resource={screens.resource} field={column} record={record} />
                    )}
                  </ErrorBoundary>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
