// Types that the recorded OpenAPI documents leave out, in the form of fields.generated.ts.
// Source: API reference of Lease.
export const MORE_FIELD_TABLES = `coordination.v1.Lease apiVersion:s kind:s metadata:meta.v1.ObjectMeta={} spec:coordination.v1.LeaseSpec={}
coordination.v1.LeaseSpec acquireTime:u holderIdentity:s leaseDurationSeconds:i leaseTransitions:i preferredHolder:s renewTime:u strategy:s`;
