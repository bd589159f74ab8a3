#!/bin/bash
# cmp.sh A B : lists files that differ, with counts
cd /tmp/body
diff -rq $1 $2 | awk '{print $2}' | sed "s#^$1/##" > /tmp/body/diff.list; wc -l < /tmp/body/diff.list
