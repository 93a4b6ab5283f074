import { ArrowDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { formatQuantity } from '@/lib/format/number';

type JumpToLiveProps = { lineCount: number; errorCount: number; onJump: () => void };

/** Floats over the log's end while the reader is elsewhere: it tells of new lines and moves nothing. */
export function JumpToLive({ lineCount, errorCount, onJump }: JumpToLiveProps) {
  const news = [
    lineCount > 0 && formatQuantity(lineCount, 'new line'),
    errorCount > 0 && formatQuantity(errorCount, 'error'),
  ].filter(Boolean);
  return (
    <Button variant="primary" onClick={onJump} className="pointer-events-auto shadow-lg">
      <ArrowDown aria-hidden className="size-4" />
      {news.length > 0 ? `${news.join(', ')} — jump to live` : 'Jump to live'}
    </Button>
  );
}
