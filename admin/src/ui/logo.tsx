import { Box } from '@mui/material';

export const Logo = ({ size = 24 }: { readonly size?: number }) => (
  <Box component="img" src={`${import.meta.env.BASE_URL}icon.svg`} alt="Kontor" width={size} height={size} />
);
