"""The article out of its page; its furniture, dateline and dates."""
