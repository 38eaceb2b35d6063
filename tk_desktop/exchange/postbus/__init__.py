"""The postbus: a folder, WebDAV or SFTP server through which laptops exchange without mail (M8; BUNDLES 3).

The store is dumb: it keeps files under names, and knows nothing. Whatever it holds is signed and shut before it goes
there, and looked at again when it comes back.
"""
