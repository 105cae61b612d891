import { Button, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { kontor } from '../api/kontor';
import type { Values } from '../ui/form';

interface Properties {
  readonly form: Values;
  readonly label: string;
  readonly isDisabled: boolean;
}

/** The text of a message. A button for each merge tag inserts the tag at the cursor. */
export function TemplateInput({ form, label, isDisabled }: Properties) {
  const translate = useTranslate();
  const input = useRef<HTMLTextAreaElement>(null);
  const { data: tags = [] } = useQuery({
    queryKey: ['merge-tags'],
    staleTime: Infinity,
    queryFn: async () => (await kontor.notificationChannels.listMergeTags()).data,
  });
  const text = (form.value('template') ?? '') as string;
  const set = (value: string) => form.set('template', value === '' ? null : value);
  const insert = (tag: string) => {
    const [start, end] = [input.current?.selectionStart ?? text.length, input.current?.selectionEnd ?? text.length];
    set(text.slice(0, start) + tag + text.slice(end));
    input.current?.focus();
  };
  const error = form.errors['template'];
  return (
    <Stack spacing={1}>
      <TextField
        id={useId()}
        label={label}
        value={text}
        onChange={({ target }) => set(target.value)}
        inputRef={input}
        multiline
        minRows={3}
        disabled={isDisabled}
        error={error !== undefined}
        helperText={error ?? translate('channels.template_help')}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 2000 } }}
      />
      {!isDisabled && tags.length > 0 && (
        <Stack direction="row" useFlexGap spacing={0.5} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography variant="caption" color="textSecondary">
            {translate('channels.insert')}
          </Typography>
          {tags.map(({ tag, description }) => (
            <Tooltip key={tag} title={description} describeChild>
              <Button
                variant="outlined"
                onClick={() => insert(tag)}
                sx={{ minHeight: 24, py: 0, px: 0.75, fontSize: '0.75rem', fontFamily: 'ui-monospace, monospace' }}
              >
                {tag}
              </Button>
            </Tooltip>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
