#pragma once

/// How often memory has been allocated so far; -1 where that cannot be counted.
long allocation_count(void);
