"""What a council keeps before its first case and after: files, people, backups, the audit trail."""
