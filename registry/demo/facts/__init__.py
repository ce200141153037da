"""What the demo federation is made of: real practices and networks, and fictional people.

Contains public sector information licensed under the Open Government Licence v3.0.
The practices, networks and list sizes are those that NHS England publishes; the groupings are those that
the federation wrote of in public. Where the sources are silent or differ, `groupings.NOTES` says so.
"""
