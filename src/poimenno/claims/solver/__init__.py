"""Can all claims be true together? Linear constraints over the unknown true numbers, solved by HiGHS."""
