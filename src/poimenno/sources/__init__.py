"""What did we receive? Archives, their sources with citations, and the readers that turn files into raw entries."""
