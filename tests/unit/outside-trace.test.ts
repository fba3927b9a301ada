import { describe, expect, it } from 'vitest';

import { operationsOf, outsideWork } from '#tests/bench/outside-trace.ts';

const share = '/srv/share';

/** Lines as strace 6.1 writes them with `-f -y -s 0`. */
const look = [
  '71 openat(AT_FDCWD</home/u>, "/srv/share/heads", O_RDONLY|O_NONBLOCK|O_CLOEXEC|O_DIRECTORY) = 21</srv/share/heads>',
  '71 newfstatat(21</srv/share/heads>, "", {st_mode=S_IFDIR|0755, st_size=4096, ...}, AT_EMPTY_PATH) = 0',
  '71 getdents64(21</srv/share/heads>, 0x7f10 /* 4 entries */, 32768) = 144',
  '71 getdents64(21</srv/share/heads>, 0x7f10 /* 0 entries */, 32768) = 0',
];

const none = {
  list: 0,
  read: 0,
  stat: 0,
  write: 0,
  mkdir: 0,
  rename: 0,
  remove: 0,
  change: 0,
  flush: 0,
  bytesListed: 0,
  bytesRead: 0,
  bytesWritten: 0,
};

describe('the trace of a program', () => {
  it('shows a listing as one operation with the bytes of its names', () => {
    expect(outsideWork(look, share)).toEqual({ ...none, list: 1, bytesListed: 144 });
  });

  it('counts files read, whether they were there or not, and what they gave', () => {
    const lines = [
      '71 openat(AT_FDCWD</home/u>, "/srv/share/a", O_RDONLY|O_NOFOLLOW|O_CLOEXEC) = 22</srv/share/a>',
      '71 statx(22</srv/share/a>, "", AT_STATX_SYNC_AS_STAT|AT_EMPTY_PATH, STATX_ALL, {stx_size=5, ...}) = 0',
      '71 pread64(22</srv/share/a>, ""..., 6, 0) = 5',
      '71 pread64(22</srv/share/a>, "", 6, 5) = 0',
      '71 openat(AT_FDCWD</home/u>, "/srv/share/b", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)',
    ];
    expect(outsideWork(lines, share)).toEqual({ ...none, read: 2, bytesRead: 5 });
  });

  it('puts together what another thread interrupted', () => {
    const lines = [
      '71 openat(AT_FDCWD</home/u>, "/srv/share/a", O_RDONLY|O_CLOEXEC <unfinished ...>',
      '72 read(3</home/u/other>,  <unfinished ...>',
      '71 <... openat resumed>)            = 22</srv/share/a>',
      '71 read(22</srv/share/a>,  <unfinished ...>',
      '72 <... read resumed>""..., 4096)   = 4096',
      '71 <... read resumed>""..., 4096)   = 7',
    ];
    expect(outsideWork(lines, share)).toEqual({ ...none, read: 1, bytesRead: 7 });
  });

  it('counts a file that is written, moved into place and flushed with its folder', () => {
    const lines = [
      '71 openat(AT_FDCWD</home/u>, "/srv/share/tmp/t", O_WRONLY|O_CREAT|O_EXCL|O_CLOEXEC, 0666) = 22</srv/share/tmp/t>',
      '71 pwrite64(22</srv/share/tmp/t>, ""..., 100, 0) = 100',
      '71 fsync(22</srv/share/tmp/t>) = 0',
      '71 rename("/srv/share/tmp/t", "/srv/share/heads/t") = 0',
      '71 openat(AT_FDCWD</home/u>, "/srv/share/heads", O_RDONLY|O_CLOEXEC) = 22</srv/share/heads>',
      '71 fsync(22</srv/share/heads>) = 0',
      '71 unlink("/srv/share/heads/old") = 0',
      '71 mkdir("/srv/share/logs/x", 0777) = -1 EEXIST (File exists)',
    ];
    const expected = { ...none, write: 1, rename: 1, remove: 1, mkdir: 1, flush: 2, bytesWritten: 100 };
    expect(outsideWork(lines, share)).toEqual(expected);
    expect(operationsOf(outsideWork(lines, share))).toBe(4);
  });

  it('counts bytes that the system copied by itself on the side of the folder', () => {
    const lines = [
      '71 copy_file_range(20</home/u/a>, NULL, 21</srv/share/a>, NULL, 4096, 0) = 4096',
      '71 sendfile(22</home/u/b>, 23</srv/share/b>, NULL, 9) = 9',
    ];
    expect(outsideWork(lines, share)).toEqual({ ...none, bytesWritten: 4096, bytesRead: 9 });
  });

  it('leaves out other folders, also those whose names begin alike, and what never ended', () => {
    const lines = [
      '71 stat("/srv/share-2/a", {st_mode=S_IFREG|0644, st_size=1, ...}) = 0',
      '71 stat("/srv/share", {st_mode=S_IFDIR|0755, st_size=1, ...}) = 0',
      '71 access("/srv/share/a", F_OK) = -1 ENOENT (No such file or directory)',
      '71 unlink("/srv/share/a"',
      '71 +++ killed by SIGKILL +++',
    ];
    expect(outsideWork(lines, share)).toEqual({ ...none, stat: 2 });
  });
});
