import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd';
import DragIcon from '@mui/icons-material/DragIndicator';
import { Box, Paper } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;

interface Item {
  readonly id: string;
  readonly name: string;
}
interface Properties<T extends Item> {
  readonly items: readonly T[];
  readonly label: string;
  readonly canSort: boolean;
  /** Saves a new position, from 1. */
  readonly onMove: (item: T, position: number) => PromiseLike<unknown>;
  readonly children: (item: T) => ReactNode;
}

/** A list that is put in order by dragging, or with Space and the arrow keys. Until the server answers, the list waits. */
export function SortableList<T extends Item>({ items, label, canSort, onMove, children }: Properties<T>) {
  const translate = useTranslate();
  const [waiting, setWaiting] = useState<readonly T[]>();
  const shown = waiting ?? items;
  const drop = async ({ draggableId, source, destination }: DropResult) => {
    const item = items.find(({ id }) => id === draggableId);
    if (!item || !destination || destination.index === source.index) return;
    const others = items.filter(({ id }) => id !== item.id);
    setWaiting(others.toSpliced(destination.index, 0, item));
    await onMove(item, destination.index + 1);
    setWaiting(undefined);
  };
  return (
    <DragDropContext
      {...(nonce && { nonce })}
      dragHandleUsageInstructions={translate('deals.drag_help')}
      onDragEnd={(result) => void drop(result)}
    >
      <Droppable droppableId="list">
        {({ innerRef, droppableProps, placeholder }) => (
          <Box
            ref={innerRef}
            {...droppableProps}
            role="list"
            aria-label={label}
            aria-busy={waiting !== undefined}
            sx={{ opacity: waiting ? 0.6 : 1 }}
          >
            {shown.map((item, index) => (
              <Draggable
                key={item.id}
                draggableId={item.id}
                index={index}
                isDragDisabled={!canSort || waiting !== undefined}
              >
                {({ innerRef: reference, draggableProps, dragHandleProps }, { isDragging }) => (
                  <Paper
                    ref={reference}
                    {...draggableProps}
                    role="listitem"
                    data-item={item.id}
                    variant="outlined"
                    sx={{
                      display: 'flex',
                      alignItems: 'center',
                      mb: 0.75,
                      minHeight: 48,
                      boxShadow: isDragging ? '0 8px 24px #0004' : 'none',
                    }}
                  >
                    {canSort && (
                      <Box
                        {...dragHandleProps}
                        aria-label={translate('pipelines.sort', { name: item.name })}
                        sx={{ display: 'grid', px: 0.5, color: 'text.secondary', cursor: 'grab' }}
                      >
                        <DragIcon fontSize="small" />
                      </Box>
                    )}
                    {children(item)}
                  </Paper>
                )}
              </Draggable>
            ))}
            {placeholder}
          </Box>
        )}
      </Droppable>
    </DragDropContext>
  );
}
